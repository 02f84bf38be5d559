// Tells how far two people agree who have labeled the same crops: kappa, and a
// row in the Results table for each crop that they see differently.
//
// Argument: the list of labels of the first one, that of the second one and a
// CSV file for the conflicts, each on a line. Without an argument, dialogs ask
// for them.

args = split(getArgument(), "\n");
if (args.length == 3) {
	first = args[0];
	second = args[1];
	output = args[2];
} else {
	first = File.openDialog("Labels of the first one");
	second = File.openDialog("Labels of the second one");
	output = getDirectory("Folder for the table of conflicts") + "conflicts.csv";
}

before = nResults;
run("Compare CNN Annotators...", "first=[" + first + "] second=[" + second + "] output=[" + output + "] overwrite=true");

for (row = before; row < nResults; row++) {
	print(getResultString("crop", row) + ": " + getResultString("first", row) + " or " + getResultString("second", row));
}
print((nResults - before) + " crops are seen differently");
