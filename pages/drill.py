from coaching.rubrics.drills import drill
from coaching.ui import address, gate
from coaching.ui.practice import drill_screen
from coaching.ui.telling import telling

viewer = gate.require()

drill_screen.link_back()
with telling():
    chosen = drill(address.drill_id())
drill_screen.show(viewer, chosen)
