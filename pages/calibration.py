from coaching import bootstrap
from coaching.services.coaching import calibration
from coaching.ui import address, gate, screens
from coaching.ui.calibration import round_screen
from coaching.ui.telling import telling

viewer = gate.require(*screens.COACHES)

round_screen.link_back()
with telling():
    chosen = calibration.read_round(bootstrap.services(), viewer, address.round_id())
round_screen.show(viewer, chosen)
