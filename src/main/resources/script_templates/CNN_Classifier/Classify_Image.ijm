// Classifies the open image. The answer is a new row of the Results table.

// "digits" is the classifier of handwritten digits that comes along; write the
// path of your own model file here.
model = "digits";

run("Classify Image with CNN...", "model=[" + model + "]");

last = nResults - 1;
print(getTitle() + ": " + getResultString("class", last) + ", confidence " + d2s(getResult("confidence", last), 4));
