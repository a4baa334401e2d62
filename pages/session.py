from coaching import bootstrap
from coaching.services.coaching import sessions
from coaching.ui import address, gate
from coaching.ui.sessions import session_screen
from coaching.ui.telling import telling

viewer = gate.require()

session_screen.link_back()
with telling():
    chosen = sessions.read_session(bootstrap.services(), viewer, address.session_id())
session_screen.show(viewer, chosen)
