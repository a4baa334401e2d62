"""What trainers ask reps to do until a day: given, followed, and reminded of."""
