"""Every line of the teaching code is run by a test in this folder."""

import lecture_code


def test_the_package_says_what_stands_in_it() -> None:
    assert lecture_code.__doc__
