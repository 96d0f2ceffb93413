import pytest
from tests.web.cast import *
pytestmark = pytest.mark.django_db
def test_all(cast):
    c=client_of(cast.person); base=f"/people/{cast.person.key}/record/"
    for u in ["","history/","head/","complete/","engagements/new/","expertise/new/","contributions/new/","mentoring/new/","qualifications/new/"]:
        r=c.get(base+u); assert r.status_code==200,(u,r.status_code)
    give_record(cast.person)
    from kijun.web.people.models import Entry
    for u in ["","history/"]:
        r=c.get(base+u); assert r.status_code==200
    for e in Entry.objects.filter(record__owner=cast.person):
        r=c.get(base+f"entries/{e.key}/",follow=True); assert r.status_code==200,(e.list,r.status_code)
        r=c.get(base+f"entries/{e.key}/history/"); assert r.status_code==200,(e.list,r.status_code)
    r=c.post(base+"engagements/could-count/",{"title_en":"X","fields":["hardware"],"activities":["fault-repair"],"role":"leader","from":"2020-04","until":"２０２３年３月","outcome":"succeeded"})
    print(r.content.decode())
    r=c.post(base+"engagements/new/",{"title_en":"X","fields":["hardware"],"activities":["fault-repair"],"role":"leader","from":"2020-04","until":"２０２３年３月","outcome":"succeeded"})
    print(r.status_code,r.headers)
    r=c.post(base+"engagements/new/",{"title_en":"X","from":"2020-99","peak_persons":"x"})
    assert r.status_code==422
    import re
    print(re.findall(r'class="error">(.*?)</p>',r.content.decode(),re.S))
