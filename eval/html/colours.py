"""Colours that people with colour blindness can tell apart, and the text colour that can be read on them."""

from __future__ import annotations

from typing import NamedTuple

DARK_TEXT = "#000000"
LIGHT_TEXT = "#ffffff"


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255 each."""

    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """As CSS writes it: `#00224e`."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white).

        Source: Web Content Accessibility Guidelines 2.2, "relative luminance".
        """
        red, green, blue = (_linear(channel / 255) for channel in self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def cividis(share: float) -> Colour:
    """The colour of a share, from dark blue (0) to yellow (1), by a polynomial through the scale's colours.

    Source: Nuñez, Anderton, Renslow 2018, "Optimizing colormaps with consideration for color vision deficiency", PLOS
    ONE 13(7); its brightness rises evenly, so that it also reads in grey. Shares beyond 0 and 1 take the end's colour.
    """
    t = min(max(share, 0.0), 1.0)
    red = -4.54 - t * (35.34 - t * (2381.73 - t * (6402.7 - t * (7024.72 - t * 2710.57))))
    green = 32.49 + t * (170.73 + t * (52.82 - t * (131.46 - t * (176.58 - t * 67.37))))
    blue = 81.24 + t * (442.36 - t * (2482.43 - t * (6167.24 - t * (6614.94 - t * 2475.67))))
    return Colour(*(min(max(round(channel), 0), 255) for channel in (red, green, blue)))


def text_on(background: Colour) -> str:
    """Black or white, whichever stands out more; its contrast is 4.5:1 or better on every colour."""
    bright = (background.luminance + 0.05) / 0.05
    dark = 1.05 / (background.luminance + 0.05)
    return DARK_TEXT if bright >= dark else LIGHT_TEXT


def _linear(channel: float) -> float:
    """Undo the gamma of sRGB."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
