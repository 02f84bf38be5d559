// Classifies all images of a folder and its sub-folders and writes a table,
// which is opened in the end.
//
// Argument: the folder of images, the model file and the CSV file to write,
// each on a line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	images = args[0];
	model = args[1];
	output = args[2];
} else {
	images = getDirectory("Folder of images");
	model = File.openDialog("Model file");
	output = getDirectory("Folder for the table") + "classes.csv";
}

run("Classify Folder with CNN...", "images=[" + images + "] model=[" + model + "] output=[" + output + "] channels=auto range=auto overwrite=true");

Table.open(output);
lines = split(File.openAsString(output), "\n");
print((lines.length - 1) + " images are in " + output);
