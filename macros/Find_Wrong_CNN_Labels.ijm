// Finds labels that are likely wrong, in the table of predictions of a
// cross-validation. A row for each is in the Results table, a list and a page
// with pictures in the last folder.
//
// Argument: predictions.csv of a cross-validation, the folder of its images and
// the folder for the list, each on a line. Without an argument, dialogs ask for
// them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	predictions = args[0];
	images = args[1];
	output = args[2];
} else {
	predictions = File.openDialog("predictions.csv of a cross-validation");
	images = getDirectory("Labeled images, one folder per class");
	output = getDirectory("Folder for the list");
}

first = nResults;
run("Find Wrong CNN Labels...", "predictions=[" + predictions + "] images=[" + images + "] output=[" + output + "] overwrite=true");

for (row = first; row < nResults; row++) {
	print(getResultString("file", row) + " may be " + getResultString("suggested", row));
}
print((nResults - first) + " labels are worth a look");
