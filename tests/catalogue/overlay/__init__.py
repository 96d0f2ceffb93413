"""Tests of companies' own standards."""
