"""Speak a labelled set: every row in a voice of its own, clean and over one kind of telephone.

Run with the Python of the speech environment (benchmarks/speech/setup.sh):

    $SPEECH_HOME/venv/bin/python benchmarks/render.py eval/voicemails.jsonl build/speech

Writes <folder>/<clean|telephone>/<id>.wav and rows.jsonl (rows plus recording, voice, speed, telephone, seed). Voice, speed and
telephone follow from a row's place in the set, so that a second run makes the same audio. A rep keeps one voice.
"""

import argparse
import json
import sys
from pathlib import Path

import soundfile

sys.path.insert(0, str(Path(__file__).parent / "speech"))

from phone import PRESETS, phone
from say import SR, say

SPEEDS = (1.0, 1.1, 0.95, 1.15)
TELEPHONE_RATE = 8000
LEFT_OUT = {"worst"}  # louder babble than voice: people do not understand it either
TELEPHONES = [name for name in PRESETS if name not in LEFT_OUT]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("set", type=Path)
    arguments.add_argument("folder", type=Path)
    asked = arguments.parse_args()
    rows = [json.loads(line) for line in asked.set.read_text(encoding="utf-8").splitlines()]
    voices = json.loads((Path(__file__).parent / "speech" / "voices_ok.json").read_text())["ok"]
    reps = list(dict.fromkeys(row["rep"]["name"] for row in rows))
    for kind in ("clean", "telephone"):
        (asked.folder / kind).mkdir(parents=True, exist_ok=True)
    with (asked.folder / "rows.jsonl").open("w", encoding="utf-8") as listing:
        for place, row in enumerate(rows):
            # 7 shares no factor with the number of voices: neighbours in the set sound unlike each other
            voice, speed = voices[reps.index(row["rep"]["name"]) * 7 % len(voices)], SPEEDS[place % len(SPEEDS)]
            for kind, telephone in (("clean", None), ("telephone", TELEPHONES[place % len(TELEPHONES)])):
                recording = f"{kind}/{row['id']}.wav"
                if not (asked.folder / recording).exists():
                    speak(asked.folder / recording, row["text"], voice, speed, telephone, seed=place)
                made = {"recording": recording, "voice": voice, "speed": speed, "telephone": telephone, "seed": place}
                listing.write(json.dumps({**row, **made}, ensure_ascii=False) + "\n")
            print(f"{place + 1} of {len(rows)}", file=sys.stderr, flush=True)


def speak(target: Path, text: str, voice: str, speed: float, telephone: str | None, seed: int) -> None:
    samples, rate = say(text, voice, speed), SR
    if telephone:
        samples, rate = phone(samples, SR, seed=seed, out_sr=TELEPHONE_RATE, **PRESETS[telephone]), TELEPHONE_RATE
    soundfile.write(target, samples, rate, subtype="PCM_16")


if __name__ == "__main__":
    main()
