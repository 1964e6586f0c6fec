"""About whom, to whom, when, in what form and by which act words were said."""
