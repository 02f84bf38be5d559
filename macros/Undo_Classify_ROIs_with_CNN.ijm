// Gives the classified ROIs of the active image, in its overlay and in the ROI
// Manager, back the names, groups and colors they had before.

run("Undo Classify ROIs with CNN");
