from coaching import bootstrap
from coaching.services import reading
from coaching.ui import address, gate, scorecard_screen
from coaching.ui.telling import telling

viewer = gate.require()

scorecard_screen.link_back()
with telling():
    chosen = reading.read(bootstrap.services(), viewer, address.voicemail_id())
scorecard_screen.show(viewer, chosen)
