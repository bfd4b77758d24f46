"""Article 2: whom the regulation binds - not governments alone.

The kinds of organs it names are terms of the vocabulary `unit_kind`.
"""

from records.vocabularies.shipped import shipped_vocabularies

(KINDS,) = [one for one in shipped_vocabularies() if one.id == "unit_kind"]
NAMED = {
    "party_organ",
    "peoples_congress",
    "department",
    "cppcc",
    "supervision",
    "court",
    "procuratorate",
    "mass_organisation",
    "state_enterprise",
    "public_institution",
}


def test_every_organ_that_the_article_names_is_a_kind_of_unit() -> None:
    by_article = {term.code for term in KINDS.terms if term.basis == "regulation_2022:2"}
    assert by_article == NAMED | {"government"}


def test_bodies_of_petition_work_rest_on_their_own_articles() -> None:
    own = {term.code: term.basis for term in KINDS.terms if term.code not in NAMED}
    assert own["bureau"] == "regulation_2022:14(1)"
    assert own["conference_office"] == "regulation_2022:13"
    assert own["review_body"] == "regulation_2022:35"


def test_whatever_else_there_is_has_a_kind_that_is_not_law() -> None:
    (other,) = (term for term in KINDS.terms if term.code == "other")
    assert (other.basis, other.mark) == ("office_setting", "recalled")
