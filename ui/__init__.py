"""The chat front end."""

from __future__ import annotations

import os

# Before anything imports gradio, which otherwise reports to its makers: Fundstelle talks to no other machine.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
