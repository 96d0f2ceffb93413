import pytest, logging, os
from tests.web.api.caller import Caller
from tests.web.api.fuzzing import ask_everything
from tests.web.api.ground import known_values
from tests.web.cast import give_record
@pytest.mark.django_db
def test_fz(cast):
    logging.disable(logging.CRITICAL)
    give_record(cast.person)
    a=ask_everything(Caller(getattr(cast, os.environ.get('WHO','person'))).secret, known_values(cast), examples=int(os.environ.get('N','4')), start=1)
    print(a.statuses, len(a.failures))
    import collections
    seen=collections.Counter()
    for f in a.failures:
        k=f.split('\n')[0][:120]
        seen[k]+=1
        if seen[k]<=1: print('---',f[:1300])
    print(seen)
