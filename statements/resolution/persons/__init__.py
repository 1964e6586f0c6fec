"""Persons with their titles: in full, by surname, and what a title says of office and country."""
