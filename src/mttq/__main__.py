"""`python -m mttq` is the command `mttq`."""

from mttq.cli import main

raise SystemExit(main())
