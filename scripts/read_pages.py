"""Write the pages out for pytest-codeblocks and say what they show."""

from rich.console import Console

from lecture_site.commands import finish
from lecture_site.expanded_pages import write_expanded_pages
from lecture_site.page_reader import read_pages
from lecture_site.project import Project

if __name__ == "__main__":
    project = Project.here()
    reading = read_pages(project)
    write_expanded_pages(reading, project, project.expanded)
    blocks = len(reading.python_blocks)
    Console().print(f"{blocks} Python blocks on the pages")
    finish(reading.problems)
