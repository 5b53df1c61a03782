"""Names of the package: modules loaded when a name is first used, and arguments that have a new name."""
