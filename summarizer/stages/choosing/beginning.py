"""Can a brief begin with a sentence, or does the sentence set a scene, look back, or go on with what another began?"""

import re

SCENE = 0.4
"""What a sentence that sets a scene ("When she walked in, …") or looks back ("Three samples had been below the limit") weighs as a
bottom line."""
LATER = 0.6
"""What a sentence weighs as a bottom line that goes on with what another began: "A judge also sentenced …", "The unnamed student …"."""
_GOES_ON = re.compile(
    r"(?:\S+ ){0,8}?also\b|(?:The|These|Those|That) (?!(?:[a-z]+ )?(?:government|ministry|council|court|police|president|minister|state|"
    r"city|town|country|union|parliament|house|senate|bank|world|economy|mayor|board|company|authorities|regulator|commission|assembly|"
    r"cabinet|king|queen|pope|number|toll)\b)(?:[a-z][\w’'-]* ){1,2}(?:is|was|has|had|were|are|will|would|goes|go|\w+ed)\b"
)
_SETS_A_SCENE = re.compile(
    r"(?:When|As|While|With|Once|If|How|Why|Until|No sooner)\b|(?:[^\s,]+ ){1,7}had (?:not |never |already )?(?:been|\w+e[dn])\b"
)


def begins(text: str) -> float:
    """What the sentence weighs as a bottom line for how it is built; 1 for one that tells news by itself. English."""
    return (SCENE if _SETS_A_SCENE.match(text) else 1.0) * (LATER if _GOES_ON.match(text) else 1.0)
