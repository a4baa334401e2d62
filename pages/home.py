from coaching.ui import gate, home

viewer = gate.require()

home.show(viewer)
