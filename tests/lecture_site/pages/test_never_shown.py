import pytest

from lecture_site.build import never_shown
from small_site import change

QUOTE = '{{ measured("share") }}'


def test_a_number_that_its_page_quotes_is_shown(small_site):
    assert never_shown(small_site) == []


@pytest.mark.parametrize(
    ("elsewhere", "n_problems"),
    [(QUOTE, 1), ('{{ spread("page.share") }}', 0)],
)
def test_on_another_page_only_the_full_name_counts(
    elsewhere, n_problems, small_site
):
    change(small_site, "docs/page.md", QUOTE, "a half")
    change(small_site, "docs/index.md", "See", f"{elsewhere} See")
    assert len(never_shown(small_site)) == n_problems
