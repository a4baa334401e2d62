from coaching import bootstrap
from coaching.services.coaching import sessions
from coaching.ui import address, gate, screens
from coaching.ui.sessions import presentation
from coaching.ui.telling import telling

viewer = gate.require(*screens.COACHES)

with telling():
    chosen = sessions.read_session(bootstrap.services(), viewer, address.session_id())
presentation.show(viewer, chosen)
