#@ ImagePlus image
#@ String (label = "Model file, or digits", value = "digits") model
#@output String result

// Classifies the open image; nothing is shown and no table is written.

import io.github.cnnclassifier.CnnClassifier

classifier = CnnClassifier.open(model)
try {
	answer = classifier.withThreshold(0.5).classify(image)
	result = image.getTitle() + ": " + answer.className()
	answer.probabilities().each { name, p -> println(name + "\t" + p) }
}
finally {
	classifier.close()
}
