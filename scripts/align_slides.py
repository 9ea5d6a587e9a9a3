"""Match pages with slides: the command align-slides, from a checkout."""

from slide_aligner.command import run

if __name__ == "__main__":
    run()
