"""Why a block is not the article's own words: short phrases, shown to readers as they are."""

from __future__ import annotations

HEADLINE = "headline"
DECK = "lines under the headline"
DATELINE = "dateline"
BYLINE = "byline"
NAVIGATION = "page navigation"
SHARE_BAR = "share bar"
CAPTION = "caption"
PHOTO_CREDIT = "photo credit"
TEASER = "teaser"
RELATED_STORY = "related story"
OTHER_SCRIPT = "other script"
LINK = "link"
IMPRINT = "imprint"
FURNITURE = "page furniture"
LEFT_OUT = "left out of the main text by trafilatura"

# What a reader's markup marks mean here; a mark that is not listed stands as it is.
MARKUP_REASONS = {
    "navigation": NAVIGATION,
    "header": FURNITURE,
    "footer": IMPRINT,
    "aside": FURNITURE,
    "form": FURNITURE,
    "button": FURNITURE,
    "furniture": FURNITURE,
    "share": SHARE_BAR,
    "related": RELATED_STORY,
    "credit": PHOTO_CREDIT,
    "newsletter": FURNITURE,
    "cookie notice": FURNITURE,
    "comments": FURNITURE,
    "advertisement": FURNITURE,
}
