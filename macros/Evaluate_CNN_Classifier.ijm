// Measures how good a classifier is on labeled images. The figures of each
// class are in the Results table, tables and report.html in the last folder.
//
// Argument: the folder of images, the model file and the folder for the
// report, each on a line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	images = args[0];
	model = args[1];
	output = args[2];
} else {
	images = getDirectory("Labeled images, one folder per class");
	model = File.openDialog("Model file");
	output = getDirectory("Folder for the report");
}

run("Evaluate CNN Classifier...", "images=[" + images + "] exclude= model=[" + model + "] split=auto channels=auto range=auto output=[" + output + "] overwrite=true");

for (row = 0; row < nResults; row++) {
	print(getResultString("class", row) + ": F1 " + d2s(getResult("f1", row), 4));
}
