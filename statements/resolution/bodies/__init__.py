"""Ministries, services, embassies, organisations: every body that a text names, and how."""
