"""How large a recording may be. The command-line contract names the first two."""

MEGABYTE = 1_000_000
MAX_BYTES = 25 * MEGABYTE
MAX_SECONDS = 300.0

# A child that decodes five minutes needs well under 200 MB and 3 s here; what wants more is hostile or broken.
CHILD_MEMORY_BYTES = 1 << 30
CHILD_CPU_SECONDS = 60
CHILD_WALL_SECONDS = 90.0
