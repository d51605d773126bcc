import pytest

from summarizer.stages.text.language import language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The quay in Talvi was closed after divers had found a crack in its wall.", "en"),
        ("Der Kai in Talvi wurde gesperrt, nachdem die Taucher einen Riss in der Mauer fanden.", "de"),
        ("Le quai de Talvi a été fermé après que des plongeurs ont trouvé une fissure dans le mur.", "fr"),
        ("El muelle de Talvi fue cerrado después de que los buzos hallaran una grieta en el muro.", "es"),
        ("Talvi kikötője bezárt.", None),
        ("", None),
    ],
)
def test_the_commonest_stop_words_tell_the_language(text: str, expected: str | None) -> None:
    assert language_of(text) == expected


def test_what_is_declared_is_believed() -> None:
    assert language_of("The quay in Talvi was closed.", "de-AT") == "de"
