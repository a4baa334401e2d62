from coaching import bootstrap
from coaching.services import staff
from coaching.ui import address, gate, screens, staff_screen
from coaching.ui.telling import telling

viewer = gate.require(*screens.ADMINISTRATORS)

with telling():
    chosen = address.person_id()
    member = staff.member(bootstrap.services(), viewer, chosen) if chosen is not None else None
staff_screen.show(viewer, member)
