"""What an item's answer depended on when it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.course.items import Item


def key_digest(item: Item) -> str:
    """16 hexadecimal digits that change with the item's type or key, and not with its words."""
    import json
    from hashlib import blake2b

    key = [item.type, item.body.key()]
    text = json.dumps(key, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode("ascii"), digest_size=8).hexdigest()
