// Gives regions of the active image another class, which is confirmed from then
// on: no later classification changes it.
//
// Argument: the numbers of the regions, such as 1,4,7-9, a new line, the class.
// Without an argument, dialogs ask for them.

args = split(getArgument(), "\n");
if (args.length == 2) {
	numbers = args[0];
	name = args[1];
} else {
	numbers = getString("Numbers of the regions", "1");
	name = getString("Class", "");
}

run("Correct CNN Classes...", "numbers=" + numbers + " classname=[" + name + "]");
