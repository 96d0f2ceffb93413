"""How is a run set up: which examples do the laws see, where is the cache, and what does CI refuse?

In CI every law derives its examples from its own name, so a run repeats itself. Elsewhere a run takes a new seed; the summary
prints it, and `--hypothesis-seed` repeats it. The cache of a run is its own, no text pack of the user's is seen, and in CI a skipped test fails the run.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile

import pytest
from hypothesis import HealthCheck, settings

_EXAMPLES = 60

# Judging 29 cells takes as long as it takes, and a slow machine is not a failing law.
settings.register_profile(
    "kijun", max_examples=_EXAMPLES, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("kijun-ci", settings.get_profile("kijun"), derandomize=True, print_blob=True)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in whatever is started in the background
        signal.signal(signal.SIGINT, signal.default_int_handler)
    settings.load_profile("kijun-ci" if os.environ.get("CI") else "kijun")
    if config.getoption("hypothesis_seed") is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))
    if not hasattr(config, "workerinput"):  # the workers of a run share its environment, and so its cache
        os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="kijun-cache-")
        os.environ["KIJUN_TEXT_PACKS"] = f"{os.environ['XDG_CACHE_HOME']}/no-text-packs"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        return
    shutil.rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True)
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    seed = "each law's own name" if os.environ.get("CI") else f"--hypothesis-seed={config.option.hypothesis_seed}"
    terminalreporter.write_line(f"examples of the laws come from {seed}")
    for report in terminalreporter.getreports("passed"):
        for name, what in report.user_properties:
            if name == "tried":
                terminalreporter.write_line(f"tried: {what}")
