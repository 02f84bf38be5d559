// Classifies all images of a folder and its sub-folders and writes a table,
// which is then read; with a display, Table.open(output) would show it.

images = "/data/new";
model = "digits";
output = "/data/new.csv";

run("Classify Folder with CNN...", "images=[" + images + "] model=[" + model + "] output=[" + output + "] overwrite=true");

lines = split(File.openAsString(output), "\n");
for (i = 1; i < lines.length; i++) {
	cells = split(lines[i], ",");
	print(cells[0] + ": " + cells[1]);
}
