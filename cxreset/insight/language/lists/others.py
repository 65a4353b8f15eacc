"""Little words of languages that are only told apart, to say by name what is not known here."""

from __future__ import annotations

from cxreset.base.language.words import N_

_SWEDISH = """
och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan
när år säger hon under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara
hade alla mycket mig mitt min ingen aldrig svarar hela
"""
_DANISH = """
og at det er en til på med de den af ikke der for har som et var vi jeg han men fra sig kan om
efter også blev nu skal være så hvor meget mig min ingen aldrig selv igen når helt ved
"""
_CZECH = """
a se na je že v s z do o to i za pro jsem ale jako by jsou byl bylo tak když už jen ještě nebo
které není mi po při před až kde proto velmi nikdo moje můj také bych protože své být
"""
_ROMANIAN = """
și si nu că este de la în cu pe un o mai din pentru sunt dar a am fost foarte ce care se le au lui
mi nici dacă după prea acest această fără când tot decât mea meu îmi
"""
_HUNGARIAN = """
a az és hogy nem is egy van volt meg de ha csak már mint még vagy ez ezt azt nagyon minden nekem
kell amit aki mert sem én itt most után lett
"""
_FINNISH = """
ja on ei että se oli en kun mutta ovat olen jos niin myös mitä kuin ole tai minä vain sen tämä nyt
hyvin mukaan kanssa vielä ollut jo aina kaikki sitten
"""
_RUSSIAN = """
и в не на что я с он как это по но они мы все она так его за был от то же вы у из бы меня еще нет
о мне для уже только или до если очень были быть когда вас нас
"""
OTHERS = {
    "sv": (N_("Swedish"), _SWEDISH),
    "da": (N_("Danish or Norwegian"), _DANISH),
    "cs": (N_("Czech"), _CZECH),
    "ro": (N_("Romanian"), _ROMANIAN),
    "hu": (N_("Hungarian"), _HUNGARIAN),
    "fi": (N_("Finnish"), _FINNISH),
    "ru": (N_("Russian"), _RUSSIAN),
}
"""Code -> name and little words."""
