// Classifies all images of a folder and its sub-folders and writes a table,
// which is opened in the end. Run again, it goes on where it was stopped, and
// adds images that are new.
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

run("Classify Folder with CNN...", "images=[" + images + "] model=[" + model + "] channels=auto range=auto threshold=0 output=[" + output + "] resume=true");

Table.open(output);
lines = split(File.openAsString(output), "\n");
print((lines.length - 1) + " images are in " + output);
