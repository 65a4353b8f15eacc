"""What Presidio finds in texts: the yardstick of `benchmarks/masking.py`, in a Python of its own.

Texts come as a list in JSON; two lists of (start, end, score) for each go out: what is surely
personal, and what may be a name or a place. A text is looked at once in each language that Presidio
has recognizers for, and whatever one of them finds counts; spaCy's small English model finds names
and places.
"""

from __future__ import annotations

import json
import sys

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpEngineProvider

MODEL = sys.argv[1] if len(sys.argv) > 1 else "en_core_web_sm"
LANGUAGES = ("en", "de", "es", "it")
LEFT_OUT = {"DATE_TIME", "URL", "NRP", "PERSON", "LOCATION", "ORGANIZATION"}
"""Kinds that are no personal number: any day, any link, and what is for a person to look at."""
LIKELY = {"PERSON", "LOCATION"}


def _span(one: RecognizerResult) -> tuple[int, int, float]:
    return one.start, one.end, one.score


def main() -> None:
    engine = NlpEngineProvider(
        nlp_configuration={
            "nlp_engine_name": "spacy",
            "models": [{"lang_code": code, "model_name": MODEL} for code in LANGUAGES],
        }
    ).create_engine()
    registry = RecognizerRegistry(supported_languages=list(LANGUAGES))
    registry.load_predefined_recognizers(languages=list(LANGUAGES), nlp_engine=engine)
    analyzer = AnalyzerEngine(
        registry=registry, nlp_engine=engine, supported_languages=list(LANGUAGES)
    )
    answers = []
    for text in json.load(sys.stdin):
        finds = [one for code in LANGUAGES for one in analyzer.analyze(text=text, language=code)]
        sure = [_span(one) for one in finds if one.entity_type not in LEFT_OUT]
        likely = [_span(one) for one in finds if one.entity_type in LIKELY]
        answers.append((sure, likely))
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
