// Tells what there is to know of labeled images before a training: a row per
// class in the Results table, findings in the log, tables, contact sheets and
// inspection.html in the last folder.
//
// Argument: the folder of images and the folder for the report, each on a
// line. Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 2) {
	images = args[0];
	output = args[1];
} else {
	images = getDirectory("Labeled images, one folder per class");
	output = getDirectory("Folder for the report, outside of the images");
}

run("Inspect CNN Training Images...", "images=[" + images + "] exclude= output=[" + output + "] overwrite=true");

for (row = 0; row < nResults; row++) {
	print(getResultString("class", row) + ": " + getResult("images", row) + " images, " + getResult("saturated", row) + " saturated");
}
