"""Tell whether a quotation mark between two words without a space closes or opens."""

# The mark that opens what the other one closes, as far as the same sign is not used for both.
_OPENS = {"“": "„", "‘": "‚", "«": "»", "»": "«", "‹": "›", "›": "‹"}
# A quotation is looked for this far back (code points), so that a page without any costs no more than a line.
_REACH = 400


def closes(text: str, start: int, position: int) -> bool:
    """Whether the quotation mark at ``text[position]`` closes a quotation that opened after ``start``.

    Signs that always close (”, ’) do; for the others the last sign before decides: after „ a “ closes, and after a
    straight quotation mark with white space only on its left the next one closes.
    """
    sign, start = text[position], max(start, position - _REACH)
    if sign in _OPENS:
        return text.rfind(_OPENS[sign], start, position) > text.rfind(sign, start, position)
    if sign in "\"'":
        last = text.rfind(sign, start, position)
        return last >= 0 and (last == start or not text[last - 1].isalnum()) and not text[last + 1].isspace()
    return True
