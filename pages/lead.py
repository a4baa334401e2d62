from coaching import bootstrap
from coaching.services.follow_up import lead_page
from coaching.ui import address, gate, lead_screen
from coaching.ui.telling import telling

viewer = gate.require()

with telling():
    chosen = lead_page.read_lead(bootstrap.services(), viewer, address.lead_id())
lead_screen.show(viewer, chosen)
