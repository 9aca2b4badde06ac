"""What a run would write, why, and whether anything says it must not. Pure but for writing."""
