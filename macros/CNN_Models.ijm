// Lists the model files of a folder in the Results table, the last trained
// first, and writes to the log how good each is.
//
// Argument: the folder. Without an argument, a dialog asks for it.

folder = getArgument();
if (folder == "") folder = getDirectory("Folder of models");

first = nResults;
run("CNN Models...", "folder=[" + folder + "]");

for (row = first; row < nResults; row++) {
	reason = getResultString("error", row);
	if (reason != "") print(getResultString("name", row) + ": " + reason);
	else print(getResultString("name", row) + ": accuracy " + getResultString("accuracy", row) + " on " + getResultString("side", row) + " images");
}
