"""Install what looks at pages, axe-core and Lighthouse, into ``.cache``."""

from lecture_site.basics.project import Project
from lecture_site.checks.auditors import install

if __name__ == "__main__":
    install(Project.here())
