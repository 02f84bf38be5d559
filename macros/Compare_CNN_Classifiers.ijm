// Tells which of two models is better, on the same images: none that one of
// them has learned from. A row for each figure is in the Results table, tables
// and comparison.html in the last folder.
//
// Argument: the folder of images, the two model files and the folder for the
// report, each on a line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 4) {
	images = args[0];
	model = args[1];
	other = args[2];
	output = args[3];
} else {
	images = getDirectory("Labeled images, one folder per class");
	model = File.openDialog("Model file");
	other = File.openDialog("The other model file");
	output = getDirectory("Folder for the report");
}

first = nResults;
run("Compare CNN Classifiers...", "images=[" + images + "] model=[" + model + "] other=[" + other + "] split=auto output=[" + output + "] overwrite=true");

for (row = first; row < nResults; row++) {
	print(getResultString("figure", row) + ": " + d2s(getResult("model", row), 4) + " and " + d2s(getResult("other", row), 4));
}
