import pytest
from tests.web.cast import client_of, give_record
@pytest.mark.django_db
def test_it(cast):
    give_record(cast.person)
    c=client_of(cast.person)
    for u in ("", "?level=6", "?level=5", "rate/customer-service/hardware/","customer-service/hardware/technology/","?on=2020-01-01&edition=itss/v3-2008"):
        a=c.get(f"/people/{cast.person.key}/skills/{u}")
        print(u,a.status_code)
        assert a.status_code==200, (u,a.content[:2000])
    a=client_of(cast.superior).get("/people/skills/")
    assert a.status_code==200
