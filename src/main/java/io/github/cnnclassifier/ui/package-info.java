/**
 * Windows that listen to a running computation and never compute themselves.
 */

package io.github.cnnclassifier.ui;
