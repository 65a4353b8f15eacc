"""Scales that are told in words: each step of them in the languages of surveys."""

from __future__ import annotations

from typing import NamedTuple

from cxreset.intake.values.months import plain_letters


class Words(NamedTuple):
    """A scale told in words: its name, such as `1-5`, and the number each word stands for."""

    scale: str
    values: dict[str, float]


def _words(scale: str, *lines: str) -> Words:
    """Each line holds one language's words from the worst to the best, a step each, `|` between
    words of the same step."""
    low, high = map(int, scale.split("-"))
    values: dict[str, float] = {}
    for line in lines:
        steps = line.split(", ")
        for position, step in enumerate(steps):
            number = low + (high - low) * position / (len(steps) - 1)
            values.update(dict.fromkeys(map(plain_letters, step.split("|")), number))
    return Words(scale, values)


_SATISFIED = _words(
    "1-5",
    "very dissatisfied|very unsatisfied|extremely dissatisfied|completely dissatisfied|very "
    "unhappy|extremely unhappy,"
    " dissatisfied|unsatisfied|somewhat dissatisfied|not satisfied|unhappy,"
    " neutral|neither satisfied nor dissatisfied|neither|indifferent|so so,"
    " satisfied|somewhat satisfied|fairly satisfied|happy,"
    " very satisfied|extremely satisfied|completely satisfied|highly satisfied|very happy"
    "|extremely happy",
    "sehr unzufrieden, unzufrieden|eher unzufrieden, neutral|teils teils|teils/teils|weder noch,"
    " zufrieden|eher zufrieden, sehr zufrieden",
    "très insatisfait|très insatisfaite|pas du tout satisfait|très mécontent,"
    " insatisfait|insatisfaite|plutôt insatisfait|peu satisfait|mécontent,"
    " neutre|ni satisfait ni insatisfait, satisfait|satisfaite|plutôt satisfait,"
    " très satisfait|très satisfaite|tout à fait satisfait",
    "muy insatisfecho|muy insatisfecha|nada satisfecho|nada satisfecha, insatisfecho"
    "|insatisfecha|poco satisfecho,"
    " neutral|neutro|indiferente|ni satisfecho ni insatisfecho, satisfecho|satisfecha,"
    " muy satisfecho|muy satisfecha",
    "molto insoddisfatto, insoddisfatto, neutrale|neutro, soddisfatto, molto soddisfatto",
    "muito insatisfeito, insatisfeito, neutro, satisfeito, muito satisfeito",
    "zeer ontevreden, ontevreden, neutraal, tevreden, zeer tevreden",
    "bardzo niezadowolony, niezadowolony, neutralny, zadowolony, bardzo zadowolony",
    "hiç memnun değilim|çok memnuniyetsiz, memnun değilim|memnuniyetsiz,"
    " kararsızım|ne memnun ne değil, memnunum|memnun, çok memnunum|çok memnun",
    "совсем не доволен|очень недоволен, не доволен|недоволен, нейтрально, доволен, очень доволен",
    "πολύ δυσαρεστημένος, δυσαρεστημένος, ουδέτερος, ικανοποιημένος, πολύ ικανοποιημένος",
    "非常不满意|很不满意, 不满意, 一般|普通, 满意, 非常满意|很满意",
    "非常不滿意, 不滿意, 普通, 滿意, 非常滿意",
    "とても不満|非常に不満|大変不満, 不満|やや不満, 普通|どちらでもない|どちらともいえない,"
    " 満足|やや満足, とても満足|非常に満足|大変満足",
    "매우 불만족|매우 불만, 불만족|불만, 보통, 만족, 매우 만족",
    "غير راض تماما|غير راض جدا, غير راض, محايد, راض, راض جدا",
)
_AGREED = _words(
    "1-5",
    "strongly disagree, disagree|somewhat disagree, neutral|neither agree nor disagree,"
    " agree|somewhat agree, strongly agree",
    "stimme gar nicht zu|stimme überhaupt nicht zu, stimme eher nicht zu|stimme nicht zu,"
    " neutral|teils teils|teils/teils, stimme eher zu|stimme zu, stimme voll zu|stimme voll "
    "und ganz zu",
    "pas du tout d'accord, pas d'accord|plutôt pas d'accord, neutre, d'accord|plutôt d'accord,"
    " tout à fait d'accord",
    "totalmente en desacuerdo, en desacuerdo, neutral, de acuerdo, totalmente de acuerdo",
)
_GRADED = _words(
    "1-5",
    "very poor|very bad|terrible|awful|very negative, poor|bad|negative, average"
    "|fair|ok|okay|neutral|mixed, good"
    "|positive, very good|excellent|great|outstanding|very positive",
    "sehr schlecht, schlecht, mittel|mittelmäßig|befriedigend|durchschnittlich, gut,"
    " sehr gut|ausgezeichnet|hervorragend",
    "très mauvais|très mauvaise, mauvais|mauvaise, moyen|moyenne|passable, bon|bonne|bien,"
    " très bon|très bonne|très bien|excellent|excellente",
    "muy malo|muy mala|pésimo, malo|mala, regular, bueno|buena, muy bueno|muy buena|excelente",
    "pessimo, scarso|cattivo, sufficiente|medio, buono, ottimo|eccellente",
    "péssimo, ruim|mau, regular|razoável, bom|boa, ótimo|excelente",
)
_TWO = _words(
    "0-1",
    "bad|thumbs down|negative|👎|unhappy|dissatisfied|dislike|thumb down|👎🏻|👎🏼|down"
    "|not recommended|doesn't recommend|does not recommend, "
    "good|thumbs up|positive|👍|happy|satisfied|like|thumb up|👍🏻|👍🏼|up|recommended|recommends"
    "|recommend",
    "schlecht|negativ|unzufrieden, gut|positiv|zufrieden",
    "mauvais|négatif|insatisfait, bon|positif|satisfait",
    "malo|mala|negativo|insatisfecho, bueno|buena|positivo|satisfecho",
)
_NUMBERED = _words(
    "1-5",
    "one, two, three, four, five",
    "one star, two stars, three stars, four stars, five stars",
    "eins, zwei, drei, vier, fünf",
)
_FACES = _words("1-5", "😡|😠|🤬, 🙁|☹|☹️|😞|😟, 😐|😑, 🙂|😊|😃|😄, 😀|😍|🤩|😁|🥰")
_THREE = _words(
    "1-3",
    "negative|bad|poor, neutral|ok|okay|fair|mixed, positive|good|great",
    "negativ|schlecht, neutral|mittel, positiv|gut",
    "négatif|mauvais, neutre|moyen, positif|bon",
    "negativo|malo, neutral|neutro|regular, positivo|bueno",
)
_LIKELY = _words(
    "1-5",
    "very unlikely|extremely unlikely|definitely not|not at all likely, unlikely|somewhat unlikely"
    "|probably not, neutral|not sure|maybe|neither likely nor unlikely, likely|somewhat likely"
    "|probably, very likely|extremely likely|definitely",
    "sehr unwahrscheinlich|auf keinen fall, unwahrscheinlich|eher nicht, neutral|vielleicht,"
    " wahrscheinlich|eher ja, sehr wahrscheinlich|auf jeden fall",
    "très improbable|certainement pas, improbable|probablement pas, peut-être, probable"
    "|probablement, très probable|certainement",
    "muy improbable, improbable, neutral|quizás|tal vez, probable, muy probable",
)
_YES = _words(
    "0-1", "no, yes", "nein, ja", "non, oui", "no, sí|si", "não, sim", "nee, ja", "nie, tak",
    "hayır, evet", "нет, да", "いいえ, はい", "否, 是", "아니요|아니오, 예|네",
    "لا, نعم", "όχι, ναι",
)  # fmt: skip
SCALES = (_TWO, _SATISFIED, _AGREED, _GRADED, _LIKELY, _NUMBERED, _FACES, _THREE, _YES)
