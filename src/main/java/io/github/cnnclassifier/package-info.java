/**
 * The front door for scripts and Java programs ({@link CnnClassifier}) and for
 * macros ({@link Macros}), and the one place that joins the engine, ImageJ's
 * image reader and the workflows.
 */

package io.github.cnnclassifier;
