/**
 * Reading image files as ImageJ opens them, never partly:
 * {@link ImageJImageReader}.
 */

package io.github.cnnclassifier.imagej.reader;
