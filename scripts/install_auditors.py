"""Install what looks at pages, axe-core and Lighthouse, into ``.cache``."""

from lecture_site.auditors import install
from lecture_site.project import Project

if __name__ == "__main__":
    install(Project.here())
