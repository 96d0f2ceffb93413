"""The drawings of the report: SVG that page and PDF both show, so that they look the same."""
