"""Vietnamese notation, in pairs `parse_x` / `format_x`."""
